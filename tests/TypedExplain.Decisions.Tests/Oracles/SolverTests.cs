using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Oracles;

/// <summary>Least costs and certificates of forests that are read, against a solver of whole-number programs.</summary>
public class SolverTests
{
    private const int Forests = 200;

    [SolverFact]
    public void LeastCostsAndCertificatesAreThoseOfASolver()
    {
        int found = 0, certified = 0;
        for (int number = 0; number < Forests; number++)
        {
            RandomLattices random = new(5000 + number);
            FeatureSchema<Lattice> schema = random.Schema();
            Lattice instance = random.Instance(schema);
            Forest<Lattice> forest = random.Forest(schema);
            int trees = forest.TreeCount;
            double own = forest.Predict(instance) * trees, best = forest.Trees.Sum(tree => Enumerable.Range(0, tree.NodeCount).Where(node => tree.Steps[node].IsLeaf(node)).Max(node => tree.Values(node)[0]));

            // Between the own score and one that no row may have; never exactly the own one.
            long wanted = (long)Math.Round(SolvedLattice.LeafUnits * own) + 1 + (long)(SolvedLattice.LeafUnits * (best - own) * random.Choose(11) / 20);
            double threshold = (wanted - 0.5) / (SolvedLattice.LeafUnits * trees);

            RecourseOutcome<Lattice> outcome = new Recourse<Lattice> { ReadsModel = true, Wanted = answer => answer >= threshold, TestsRobustness = false }.Find(forest, instance);
            double? least = new SolvedLattice(schema, [.. instance.Values], forest).LeastCost(wanted);

            if (least is { } cost)
            {
                found++;
                Assert.True(outcome is Found<Lattice>, $"{number}: {outcome}, and the solver finds {cost}");
                Assert.Equal(cost, ((Found<Lattice>)outcome).Action.Cost, 1e-9);
            }
            else
            {
                certified++;
                Assert.True(outcome is NoRecourse<Lattice>, $"{number}: {outcome}, and the solver finds none");
            }
        }

        Assert.True(found >= 50 && certified >= 30, $"{found} found, {certified} certified");
    }
}
