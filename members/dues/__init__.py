"""The month in money: the employer's list, the dues files and our own members held against each other."""
