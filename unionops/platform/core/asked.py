"""Numbers that come with an address or a form: whoever writes them may write anything."""

MOST = 2**31 - 1


def whole(text: str, most: int = MOST) -> int:
    """The whole number in `text`, at most `most`; 0 when it holds anything but the digits 0 to 9."""
    if not (text.isascii() and text.isdigit()):
        return 0
    return most if len(text) > len(str(most)) else min(int(text), most)
