/// TikTok's Business API: envelope, order of checks, rate limits.
@NullMarked
package io.adskull.simulator.tiktok;

import org.jspecify.annotations.NullMarked;
