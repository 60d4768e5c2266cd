using Microsoft.ML.Trainers.FastTree;

namespace TypedExplain.ML.Slots;

/// <summary>A tree of ML.NET, which asks about slots of the vector of features.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Weight">What its answers are multiplied by.</param>
/// <param name="StandIns">What stands in for a missing value at each question; null where it goes right.</param>
/// <param name="Output">Which output it adds to.</param>
internal sealed record SlotTree(RegressionTreeBase Tree, double Weight, float[]? StandIns, int Output)
{
    /// <summary>How many questions it has.</summary>
    public int Questions => Tree.LeafValues.Count - 1;

    /// <summary>The slots that a question is about: one whose number is compared, or several of which one must be above 0 to go right.</summary>
    public IReadOnlyList<int> SlotsOf(int question) => Tree.CategoricalSplitFlags[question] ? Tree.GetCategoricalSplitFeaturesAt(question) : [Tree.NumericalSplitFeatureIndexes[question]];

    /// <summary>Whether a question is about several slots of which one must be above 0 to go right.</summary>
    public bool IsSet(int question) => Tree.CategoricalSplitFlags[question];

    /// <summary>Whether a row goes left.</summary>
    /// <param name="question">The question.</param>
    /// <param name="slots">The slots of the row.</param>
    public bool GoesLeft(int question, ReadOnlySpan<float> slots)
    {
        bool isSet = IsSet(question);
        foreach (int slot in SlotsOf(question))
        {
            float number = slots[slot];
            if (float.IsNaN(number) && StandIns is not null)
                number = StandIns[question];
            if (!isSet)
                return number <= Tree.NumericalSplitThresholds[question];
            if (number > 0)
                return false;
        }

        return true;
    }
}
