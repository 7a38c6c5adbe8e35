/// The pages.
@NullMarked
package io.adskull.dashboard.web;

import org.jspecify.annotations.NullMarked;
