using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Decisions.Tests.Recourses;

/// <summary>No action breaks what a record's annotations say: a million drawn ones and those that are proposed, over every schema of the zoo that has steps, and over schemas with every rule.</summary>
public class RuleLawTests
{
    private const int Drawn = 1_000_000, Instances = 50, Proposals = 10, Lattices = 40;

    [Fact]
    public void AMillionDrawnActionsBreakNoRule()
    {
        Draw law = new();
        List<Animal> animals = [.. Animals()];
        Assert.True(animals.Count >= 10, $"only {animals.Count} schemas have steps");
        Assert.True(ActionSpace<Applying>.Of(Support.Instances.Row<Applying>(new(0, "rules")), null).Movers.Length > 10);
        law.PerInstance = (Drawn / (animals.Count + Lattices) / Instances) + 1;
        Obeyed(animals, law);
        Assert.Empty(law.Broken);
        Assert.True(law.Count >= Drawn, $"{law.Count} actions");
        Assert.True(law.Changes > Drawn / 2, $"{law.Changes} changes");
    }

    [Fact]
    public void WhatIsProposedBreaksNoRuleAndFlipsTheModel()
    {
        Propose law = new();
        Obeyed(Animals(), law);
        Assert.Empty(law.Broken);
        Assert.True(law.Found > 100, $"{law.Found} found");
    }

    /// <summary>Holds the zoo to a law, and schemas of which every number has a step.</summary>
    private static void Obeyed(IEnumerable<Animal> animals, ILaw law)
    {
        foreach (Animal animal in animals)
            animal.Obeys(law);
        for (int number = 0; number < Lattices; number++)
        {
            FeatureSchema<Lattice> schema = new RandomLattices(number).Schema();
            if (schema.Features.Any(feature => feature.Constraints != FeatureConstraints.Immutable))
                law.Check<Lattice>();
        }
    }

    private static IEnumerable<Animal> Animals()
    {
        HasActions law = new();
        foreach (Animal animal in Animal.All)
        {
            law.Answer = false;
            animal.Obeys(law);
            if (law.Answer)
                yield return animal;
        }
    }

    private sealed class HasActions : ILaw
    {
        public bool Answer { get; set; }

        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            try
            {
                Answer = T.Schema.Media.Length == 0 && ActionSpace<T>.Of(Support.Instances.Row<T>(new(0, "rules")), null).Movers.Length > 0;
            }
            catch (InvalidOptionException error) when (error.Message.Contains("step", StringComparison.Ordinal))
            {
                // A number without a step, or without an end: nothing can be drawn.
            }
        }
    }

    private sealed class Draw : ILaw
    {
        public int PerInstance { get; set; }

        public int Count { get; private set; }

        public long Changes { get; private set; }

        public List<string> Broken { get; } = [];

        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            double[] after = new double[T.Schema.Columns], kept = new double[after.Length];
            for (int instance = 0; instance < Instances; instance++)
            {
                RandomStream stream = new RandomStream(instance, "drawn actions").For(T.Schema.Name.Length);
                double[] before = Support.Instances.Row<T>(stream);
                ActionSpace<T> space = ActionSpace<T>.Of(before, null);
                int[] choice = new int[space.Movers.Length];
                long next = 1000;
                for (int drawn = 0, tries = 0; drawn < PerInstance && tries < 20 * PerInstance; tries++)
                {
                    for (int i = 0; i < choice.Length; i++)
                        choice[i] = stream.Choose(next++, 3) == 0 ? stream.Choose(next++, space.Movers[i].Options.Length) : 0;
                    if (!space.TryApply(choice, after))
                        continue;
                    drawn++;
                    Count++;
                    Changes += choice.Count(option => option > 0);
                    Broken.AddRange(Rules.Broken<T>(before, after).Select(broken => $"{T.Schema.Name}: {broken}"));
                    T.Encode(T.Decode(after), kept);
                    if (!kept.AsSpan().SequenceEqual(after))
                        Broken.Add($"{T.Schema.Name}: the record does not keep the row");
                }
            }
        }
    }

    private sealed class Propose : ILaw
    {
        public int Found { get; private set; }

        public List<string> Broken { get; } = [];

        public void Check<T>()
            where T : IFeatureRecord<T>
        {
            double[] after = new double[T.Schema.Columns];
            for (int proposal = 0; proposal < Proposals; proposal++)
            {
                RandomStream stream = new(proposal, "proposals");
                double[] before = Support.Instances.Row<T>(stream), weights = [.. before.Select((_, column) => stream.Uniform(5000 + column) - 0.5)];
                IModel<T> model = Model.FromRows<T>((rows, scores) =>
                {
                    for (int row = 0; row < rows.Count; row++)
                    {
                        scores[row] = 0;
                        for (int column = 0; column < weights.Length; column++)
                            scores[row] += weights[column] * rows[row][column] / (1 + Math.Abs(rows[row][column]));
                    }
                });
                T instance = T.Decode(before);
                double wanted = model.Predict(instance) + (0.05 * (1 + proposal));
                RecourseOutcome<T> outcome = new Recourse<T> { Wanted = answer => answer >= wanted, MaxQueries = 500, Alternatives = 3 }.Find(model, instance);
                foreach (RecourseAction<T> action in outcome is Found<T> found ? found.Actions : [])
                {
                    Found++;
                    T.Schema.Encode(action.After, after);
                    Broken.AddRange(Rules.Broken<T>(before, after).Select(broken => $"{T.Schema.Name}: {broken}"));
                    if (!(model.Predict(action.After) >= wanted))
                        Broken.Add($"{T.Schema.Name}: the answer is not wanted");
                }
            }
        }
    }
}
