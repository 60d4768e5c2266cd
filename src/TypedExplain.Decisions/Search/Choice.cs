namespace TypedExplain.Decisions.Search;

/// <summary>A choice that the model was asked about.</summary>
/// <param name="Options">For each mover of the space the option that is taken.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="Answer">What the model answered.</param>
internal sealed record Choice(int[] Options, double Cost, double Answer) : IComparable<Choice>
{
    // Sums of the same costs in another order differ by less.
    private const double Rounding = 1e-12;

    /// <summary>The largest cost that counts as equal.</summary>
    public static double Equal(double cost) => cost * (1 + Rounding);

    /// <summary>How many features it changes.</summary>
    private int Changed => Options.Count(option => option > 0);

    /// <summary>Whether the choice changes every feature that another one does.</summary>
    public bool ChangesAllOf(Choice other)
    {
        for (int i = 0; i < Options.Length; i++)
        {
            if (other.Options[i] > 0 && Options[i] == 0)
                return false;
        }

        return true;
    }

    /// <summary>From the cheapest to the dearest; of equally dear ones that first which changes fewer features, then that which changes a feature further up, or by a cheaper option.</summary>
    public int CompareTo(Choice? other)
    {
        if (other is null)
            return 1;
        if (Cost > Equal(other.Cost) || other.Cost > Equal(Cost))
            return Cost.CompareTo(other.Cost);
        if (Changed != other.Changed)
            return Changed.CompareTo(other.Changed);
        for (int i = 0; i < Options.Length; i++)
        {
            // To stay comes after every change.
            if (Options[i] != other.Options[i])
                return (Options[i] == 0 ? int.MaxValue : Options[i]).CompareTo(other.Options[i] == 0 ? int.MaxValue : other.Options[i]);
        }

        return 0;
    }
}
