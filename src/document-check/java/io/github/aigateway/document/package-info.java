/**
 * Checks an OpenAPI document before code is generated from it: what the templates cannot do, names
 * that clash, and mistakes that would stay silent are refused, each with its place and with what to
 * write instead. Run by the build, with the libraries of the generator.
 */
package io.github.aigateway.document;
