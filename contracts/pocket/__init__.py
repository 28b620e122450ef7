"""The agreement for the pocket: one HTML file that searches itself without a network, or a booklet in PDF."""
