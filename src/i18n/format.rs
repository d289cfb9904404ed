//! Numbers, money, shares and dates as people read them.
