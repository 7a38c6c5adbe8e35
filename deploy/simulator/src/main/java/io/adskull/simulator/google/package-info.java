/// Google Ads: the API's envelope, who is behind a token, and which customers it reaches.
@NullMarked
package io.adskull.simulator.google;

import org.jspecify.annotations.NullMarked;
