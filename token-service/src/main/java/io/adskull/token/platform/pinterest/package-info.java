/// Pinterest: one business login and the ad accounts it may see.
@NullMarked
package io.adskull.token.platform.pinterest;

import org.jspecify.annotations.NullMarked;
