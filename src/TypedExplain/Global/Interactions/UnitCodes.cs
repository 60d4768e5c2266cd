using TypedExplain.Global.Units;
using TypedExplain.Numerics;

namespace TypedExplain.Global.Interactions;

/// <summary>The different values that units have in some rows, so that the model is asked about each once.</summary>
/// <param name="Codes">For each row which value it has.</param>
/// <param name="Examples">For each value the first row that has it.</param>
internal sealed record UnitCodes(int[] Codes, int[] Examples)
{
    /// <summary>The values of a unit.</summary>
    public static UnitCodes Of<T>(FeatureUnit<T> unit, Dataset<T> background, int[] rows)
        where T : IFeatureRecord<T>
    {
        List<int> examples = [];
        Dictionary<ulong, List<int>> seen = [];
        int[] codes = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<double> own = unit.In(background.Encoded[rows[i]]);
            ulong hash = Hash64.Of(own);
            if (!seen.TryGetValue(hash, out List<int>? same))
                seen[hash] = same = [];
            int code = -1;
            foreach (int other in same)
            {
                if (own.SequenceEqual(unit.In(background.Encoded[rows[examples[other]]])))
                    code = other;
            }

            if (code < 0)
            {
                code = examples.Count;
                examples.Add(i);
                same.Add(code);
            }

            codes[i] = code;
        }

        return new(codes, [.. examples]);
    }

    /// <summary>The values that two units have together.</summary>
    public UnitCodes With(UnitCodes other)
    {
        Dictionary<(int, int), int> seen = [];
        List<int> examples = [];
        int[] codes = new int[Codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            if (!seen.TryGetValue((Codes[i], other.Codes[i]), out codes[i]))
            {
                seen[(Codes[i], other.Codes[i])] = codes[i] = examples.Count;
                examples.Add(i);
            }
        }

        return new(codes, [.. examples]);
    }
}
