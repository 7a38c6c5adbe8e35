@NullMarked
package io.adskull.diagnosis.snapchat;

import org.jspecify.annotations.NullMarked;
