@NullMarked
package io.adskull.diagnosis.tiktok;

import org.jspecify.annotations.NullMarked;
