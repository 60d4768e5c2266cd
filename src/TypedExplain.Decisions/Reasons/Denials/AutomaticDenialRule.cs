namespace TypedExplain.Decisions;

/// <summary>A rule that denies before the model is asked; see <see cref="AutomaticDenial"/>.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class AutomaticDenialRule<T>
    where T : IFeatureRecord<T>
{
    private readonly Func<T, bool> _isDenied;

    internal AutomaticDenialRule(Reason<T> reason, Func<T, bool> isDenied) => (Reason, _isDenied) = (reason, isDenied);

    /// <summary>The reason that the rule gives.</summary>
    public Reason<T> Reason { get; }

    /// <summary>Whether the rule denies an applicant.</summary>
    /// <param name="applicant">The applicant.</param>
    public bool Denies(T applicant) => applicant is null ? throw new ArgumentNullException(nameof(applicant)) : _isDenied(applicant);

    /// <summary>The reason; a condition cannot be told.</summary>
    internal Description Describe() => Description.OfLibrary(nameof(AutomaticDenialRule<>)).With("reason", Reason.CodeText).With("condition", "not described");

    /// <summary>The reason.</summary>
    public override string ToString() => $"denied where {Reason}";
}
