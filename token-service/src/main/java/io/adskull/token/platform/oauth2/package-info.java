/// OAuth 2 as it stands in the standards, and what a platform may do differently within it.
@NullMarked
package io.adskull.token.platform.oauth2;

import org.jspecify.annotations.NullMarked;
