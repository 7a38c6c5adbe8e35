/// Google Ads: OAuth of a Google user, and the customers that user reaches directly or through managers.
@NullMarked
package io.adskull.token.platform.google;

import org.jspecify.annotations.NullMarked;
