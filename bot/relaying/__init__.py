"""Makes what one person writes or sends safe to hand to the other side of an anonymous relay.

Everything here is pure and synchronous: bytes and words in, bytes and words out. A picture may
cost two seconds and (measured: a WebP of 25 million pixels) 400 MB, so callers clean one at a time
and in a thread.
"""
