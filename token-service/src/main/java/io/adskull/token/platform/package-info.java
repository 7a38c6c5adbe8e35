/// What every platform's token system can do, whatever its protocol.
@NullMarked
package io.adskull.token.platform;

import org.jspecify.annotations.NullMarked;
