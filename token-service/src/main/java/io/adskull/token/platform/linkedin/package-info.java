/// LinkedIn Marketing: one member and the ad accounts that member has a role in.
@NullMarked
package io.adskull.token.platform.linkedin;

import org.jspecify.annotations.NullMarked;
