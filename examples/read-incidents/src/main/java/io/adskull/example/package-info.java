@NullMarked
package io.adskull.example;

import org.jspecify.annotations.NullMarked;
