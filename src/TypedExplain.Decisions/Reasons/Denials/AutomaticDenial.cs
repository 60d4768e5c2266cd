namespace TypedExplain.Decisions;

/// <summary>Makes rules that deny before the model is asked, such as an age below the legal one.</summary>
public static class AutomaticDenial
{
    /// <summary>A rule with the reason that it gives.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="reason">The reason, one of the record's own.</param>
    /// <param name="isDenied">Whether the rule denies an applicant; a function of the record only.</param>
    public static AutomaticDenialRule<T> When<T>(Reason<T> reason, Func<T, bool> isDenied)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(isDenied);
        return new(reason, isDenied);
    }
}
