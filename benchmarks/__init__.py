"""Speed against a plain client and against the best simple peer, as ratios in one run."""
