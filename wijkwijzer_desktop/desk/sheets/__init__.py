"""Every paper beside the slip, composed: words and facts in, a `Slip` of blocks out."""
