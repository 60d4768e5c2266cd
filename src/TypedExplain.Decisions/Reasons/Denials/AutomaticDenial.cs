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

    /// <summary>A rule with the code of the reason that it gives: <c>AutomaticDenial.When(LoanApplicationReason.R09, (LoanApplication loan) => loan.Age &lt; 18)</c>.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <typeparam name="TCode">The enum of the record's codes, which the generator wrote.</typeparam>
    /// <param name="code">The code.</param>
    /// <param name="isDenied">Whether the rule denies an applicant; a function of the record only.</param>
    /// <exception cref="InvalidOptionException">The code is none of the record's.</exception>
    public static AutomaticDenialRule<T> When<T, TCode>(TCode code, Func<T, bool> isDenied)
        where T : IFeatureRecord<T>
        where TCode : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(isDenied);
        TCode[] codes = Enum.GetValues<TCode>();
        int index = Array.IndexOf(codes, code);
        if (index < 0 || codes.Length != T.Schema.Reasons.Length)
            throw new InvalidOptionException($"code of an automatic denial is {code}, which is no reason of {T.Schema.Name}; it must be a member of the enum that the generator wrote for the record.");
        return new(T.Schema.Reasons[index], isDenied);
    }
}
