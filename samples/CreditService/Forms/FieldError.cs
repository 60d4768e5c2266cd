namespace CreditService.Forms;

/// <summary>What is wrong with a field.</summary>
/// <param name="Feature">The field.</param>
/// <param name="Message">What to do about it; it repeats no value.</param>
public sealed record FieldError<T>(Feature<T> Feature, string Message)
    where T : IFeatureRecord<T>;
