/// The wire to every platform: how it is called, and what a failed answer means for a grant.
@NullMarked
package io.adskull.token.platform.http;

import org.jspecify.annotations.NullMarked;
