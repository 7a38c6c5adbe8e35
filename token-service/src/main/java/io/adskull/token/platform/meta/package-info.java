/// Meta: people with Facebook Login, and businesses with system users.
@NullMarked
package io.adskull.token.platform.meta;

import org.jspecify.annotations.NullMarked;
