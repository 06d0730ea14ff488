"""Parts that several kinds of picture share: the boxes of bodies, actions and recommendations, and cautions."""
