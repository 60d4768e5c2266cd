using System.Globalization;

namespace TypedExplain.Decisions;

/// <summary>How the share of people to whom a reason is stated has changed since an earlier report.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class ReasonDrift<T>
    where T : IFeatureRecord<T>
{
    internal ReasonDrift(Reason<T> reason, Proportion before, Proportion now) => (Reason, Before, Now) = (reason, before, now);

    /// <summary>Whose share of people is compared with the earlier report.</summary>
    public Reason<T> Reason { get; }

    /// <summary>The share before.</summary>
    public Proportion Before { get; }

    /// <summary>The share now.</summary>
    public Proportion Now { get; }

    /// <summary>The change of the share.</summary>
    public double Change => Now.Value - Before.Value;

    /// <summary>The lower end of the 95 % interval of the change (Newcombe's, of two independent groups of people).</summary>
    public double Lower => Change - Math.Sqrt(Square(Now.Value - Now.Lower) + Square(Before.Upper - Before.Value));

    /// <summary>The upper end of it.</summary>
    public double Upper => Change + Math.Sqrt(Square(Now.Upper - Now.Value) + Square(Before.Value - Before.Lower));

    /// <summary>Whether the interval leaves out no change at all.</summary>
    public bool IsBeyondChance => Lower > 0 || Upper < 0;

    /// <summary>The code and the change in percentage points.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reason.CodeText}: {100 * Change:+0.0;-0.0;0.0} points ({100 * Lower:+0.0;-0.0;0.0} to {100 * Upper:+0.0;-0.0;0.0}){(IsBeyondChance ? ", beyond chance" : "")}");

    private static double Square(double value) => value * value;
}
