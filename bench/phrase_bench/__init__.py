"""
The benchmark of the finders of money, quantities and dates: scores, peers, speed and growth.
"""
