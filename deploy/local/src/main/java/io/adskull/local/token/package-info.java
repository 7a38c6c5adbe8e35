/// Bearer tokens of the local identity provider, for trying the APIs.
@NullMarked
package io.adskull.local.token;

import org.jspecify.annotations.NullMarked;
