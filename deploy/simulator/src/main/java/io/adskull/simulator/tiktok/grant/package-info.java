/// Codes and tokens of TikTok's two authorisation systems.
@NullMarked
package io.adskull.simulator.tiktok.grant;

import org.jspecify.annotations.NullMarked;
