namespace TypedExplain;

/// <summary>
/// A protected characteristic, such as a person's origin: it may be part of the model's input and of measurements. It is
/// shown as protected wherever features are shown, without its value and its effect, which code gets at on request; no reason may be
/// stated for it. Of a record inside another one, an array, a text or an image, it holds for
/// every feature, word or segment of it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ProtectedAttribute : Attribute;
