/// X Ads: OAuth 1.0a, where tokens do not end by time and every call is signed.
@NullMarked
package io.adskull.token.platform.x;

import org.jspecify.annotations.NullMarked;
