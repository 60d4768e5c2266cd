namespace TypedExplain.Testing;

/// <summary>
/// What a test states of explanations. What does not hold is an <see cref="ExplanationAssertException"/>, which fails a test of
/// any framework; its message names the instances and the features, and says what to do. Values of protected features are
/// withheld.
/// </summary>
public static partial class ExplanationAssert;
