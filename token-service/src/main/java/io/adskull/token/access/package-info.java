/// The one synchronous door between services: an access token for whoever may call a platform.
@NullMarked
package io.adskull.token.access;

import org.jspecify.annotations.NullMarked;
