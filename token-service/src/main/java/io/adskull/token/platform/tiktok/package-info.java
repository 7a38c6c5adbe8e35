/// TikTok's two token systems: advertisers and TikTok accounts.
@NullMarked
package io.adskull.token.platform.tiktok;

import org.jspecify.annotations.NullMarked;
