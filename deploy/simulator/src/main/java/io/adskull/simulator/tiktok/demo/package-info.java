/// Who exists on the simulated TikTok, and what is wrong with them.
@NullMarked
package io.adskull.simulator.tiktok.demo;

import org.jspecify.annotations.NullMarked;
