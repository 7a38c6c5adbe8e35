/// Reddit Ads: one Reddit login and the ad accounts of its businesses.
@NullMarked
package io.adskull.token.platform.reddit;

import org.jspecify.annotations.NullMarked;
