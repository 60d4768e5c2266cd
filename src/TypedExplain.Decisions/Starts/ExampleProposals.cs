using TypedExplain.Decisions.Actions;

namespace TypedExplain.Decisions.Starts;

/// <summary>What can be taken over from real people: of each the options that are nearest to what the person has.</summary>
internal static class ExampleProposals
{
    public static IEnumerable<int[]> Of<T>(ActionSpace<T> space, Dataset<T> examples)
        where T : IFeatureRecord<T>
    {
        int[] ruled = [.. new Influence<T>(space).Rules().SelectMany(movers => movers).Distinct()];
        double[] row = new double[space.Schema.Columns];
        for (int example = 0; example < examples.Count; example++)
        {
            int[] options = new int[space.Movers.Length];
            for (int i = 0; i < options.Length; i++)
            {
                Feature<T> feature = space.Movers[i].Feature;
                if (feature.IsPresent(examples.Encoded[example]))
                    options[i] = space.Movers[i].Nearest(FeatureNumber.Read(feature, examples.Encoded[example]));
            }

            // What only some of cannot be taken over is left as it is.
            if (!space.TryApply(options, row))
            {
                foreach (int mover in ruled)
                    options[mover] = 0;
            }

            yield return options;
        }
    }
}
