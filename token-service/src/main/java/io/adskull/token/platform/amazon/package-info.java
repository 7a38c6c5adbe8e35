/// Amazon Ads: one Amazon login and the profiles it may see, in three regions.
@NullMarked
package io.adskull.token.platform.amazon;

import org.jspecify.annotations.NullMarked;
