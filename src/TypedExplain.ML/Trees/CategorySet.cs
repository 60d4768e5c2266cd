namespace TypedExplain.ML.Trees;

/// <summary>A set of categories by their numbers.</summary>
internal sealed class CategorySet
{
    private readonly int[] _numbers;

    // Numbers above this one may be in the set.
    private readonly double _below;

    private CategorySet(int[] numbers, double below) => (_numbers, _below) = (numbers, below);

    /// <summary>The set as text; sets of the same categories have the same.</summary>
    public string Key => string.Join(' ', _numbers);

    /// <summary>Whether a number is that of a category in the set; one with a fraction counts without it, NaN and numbers of no category are in no set.</summary>
    public bool Contains(double number) => number > _below && number <= int.MaxValue && Array.BinarySearch(_numbers, (int)number) >= 0;

    /// <summary>A set of numbers, from 0; what is less than 0 is no category, as for XGBoost.</summary>
    public static CategorySet Of(IEnumerable<int> numbers) => new([.. numbers.Distinct().Order()], -double.Epsilon);

    /// <summary>The set of the numbers whose bits are 1, the lowest bit of the first part being 0's; −0.5 without its fraction is 0, as for LightGBM.</summary>
    public static CategorySet OfBits(ReadOnlySpan<uint> parts)
    {
        List<int> numbers = [];
        for (int number = 0; number < 32 * parts.Length; number++)
        {
            if (((parts[number / 32] >> (number % 32)) & 1) != 0)
                numbers.Add(number);
        }

        return new([.. numbers], -1);
    }
}
