using Google.OrTools.Sat;
using TypedExplain.Decisions.Tests.Support;
using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.Decisions.Tests.Oracles;

/// <summary>
/// "The least cost with a score of at least so much" as a program of whole numbers, by none of the library's code for it: a literal per
/// value of a feature and per leaf of a tree. Values are in quarters, leaves in five-hundredths and costs in halves, so that all is exact.
/// </summary>
internal sealed class SolvedLattice
{
    public const int Quarters = 4, LeafUnits = 500;

    private const int Halves = 2;

    private readonly CpModel _model = new();
    private readonly FeatureSchema<Lattice> _schema;
    private readonly double[] _instance;
    private readonly LinearExpr[] _columns;
    private readonly List<LinearExpr> _costs = [];
    private readonly List<LinearExpr> _leaves = [];

    public SolvedLattice(FeatureSchema<Lattice> schema, double[] instance, Forest<Lattice> forest)
    {
        (_schema, _instance, _columns) = (schema, instance, new LinearExpr[schema.Columns]);
        LinearExpr[] chosen = [.. schema.Features.Select(Chosen)];
        bool[] isMoved = new bool[chosen.Length];
        foreach (Feature<Lattice> feature in schema.Features)
            Move(feature, chosen, isMoved);
        foreach (Feature<Lattice> feature in schema.Features.Where(feature => feature.Encoding == CategoryEncoding.Code || feature.Kind != FeatureKind.Category))
            _columns[feature.Column] = chosen[feature.Index];
        foreach (Feature<Lattice> feature in schema.Features.Where(feature => feature.Within is not null))
            _model.Add(chosen[feature.Index] <= chosen[feature.Within!.Value]);
        foreach (DecisionTree tree in forest.Trees)
            Plant(tree);
    }

    /// <summary>The least cost with a sum of leaves of at least so many units; null where there is none.</summary>
    public double? LeastCost(long wanted)
    {
        _model.Add(LinearExpr.Sum(_leaves) >= wanted);
        _model.Minimize(LinearExpr.Sum(_costs));
        CpSolver solver = new() { StringParameters = "num_workers:1 random_seed:1" };
        return solver.Solve(_model) switch
        {
            CpSolverStatus.Optimal => solver.ObjectiveValue / Halves,
            CpSolverStatus.Infeasible => null,
            CpSolverStatus status => throw new InvalidOperationException($"the solver ended as {status}"),
        };
    }

    private static long Whole(double number, int units) => number * units is var scaled && scaled == Math.Round(scaled) ? (long)scaled : throw new InvalidOperationException($"{number} is no whole number of units");

    /// <summary>One of the values that a feature may be given, in quarters.</summary>
    private LinearExpr Chosen(Feature<Lattice> feature)
    {
        bool isCategory = feature.Kind == FeatureKind.Category, isOneHot = isCategory && feature.Encoding == CategoryEncoding.OneHot;
        double own = isOneHot ? Array.IndexOf(_instance, 1.0, feature.Column, feature.ColumnCount) - feature.Column : _instance[feature.Column];
        double least = feature.Kind == FeatureKind.Flag || isCategory ? 0 : feature.Limits.Minimum;
        double most = feature.Kind == FeatureKind.Flag ? 1 : isCategory ? feature.Categories.Length - 1 : feature.Limits.Maximum;
        double step = feature.Step ?? 1;
        List<ILiteral> literals = [];
        List<LinearExpr> values = [];
        for (int steps = -100; steps <= 100; steps++)
        {
            double value = own + (steps * step);
            bool isAllowed = feature.Constraints switch
            {
                FeatureConstraints.Immutable => steps == 0,
                FeatureConstraints.OnlyIncreases => steps >= 0,
                FeatureConstraints.OnlyDecreases => steps <= 0,
                _ => true,
            };
            if (value < least || value > most || !isAllowed || Math.Abs(steps) > (feature.MostSteps ?? 100))
                continue;
            BoolVar literal = _model.NewBoolVar("");
            literals.Add(literal);
            values.Add(literal * Whole(value, Quarters));
            _costs.Add(literal * Whole((isCategory ? Math.Sign(Math.Abs(steps)) : Math.Abs(steps)) * (feature.Cost ?? 1), Halves));
            if (isOneHot)
                _columns[feature.Column + (int)value] = literal * Quarters;
        }

        for (int column = feature.Column; isOneHot && column < feature.Column + feature.ColumnCount; column++)
            _columns[column] ??= LinearExpr.Constant(0);
        _model.AddExactlyOne(literals);
        return LinearExpr.Sum(values);
    }

    /// <summary>Adds what a feature moves with, after that has moved itself.</summary>
    private void Move(Feature<Lattice> feature, LinearExpr[] chosen, bool[] isMoved)
    {
        if (isMoved[feature.Index])
            return;
        isMoved[feature.Index] = true;
        foreach (FeatureLink link in feature.MovesWith)
        {
            Move(_schema.Features[link.Source], chosen, isMoved);
            chosen[feature.Index] += (chosen[link.Source] - Whole(_instance[_schema.Features[link.Source].Column], Quarters)) * Whole(link.Factor, 1);
        }

        if (feature.IsNumeric && !feature.MovesWith.IsEmpty)
        {
            _model.Add(chosen[feature.Index] >= Whole(feature.Limits.Minimum, Quarters));
            _model.Add(chosen[feature.Index] <= Whole(feature.Limits.Maximum, Quarters));
        }
    }

    private void Plant(DecisionTree tree)
    {
        List<ILiteral> leaves = [];
        Grow(0, []);
        _model.AddExactlyOne(leaves);

        void Grow(int node, List<(LinearExpr Column, long Threshold, bool IsRight)> path)
        {
            TreeStep step = tree.Steps[node];
            if (step.IsLeaf(node))
            {
                BoolVar leaf = _model.NewBoolVar("");
                leaves.Add(leaf);
                _leaves.Add(leaf * (long)Math.Round(tree.Values(node)[0] * LeafUnits));
                foreach ((LinearExpr column, long threshold, bool isRight) in path)
                    _model.Add(isRight ? column >= threshold + 1 : column <= threshold).OnlyEnforceIf(leaf);
                return;
            }

            long quarters = Whole(step.Threshold, Quarters);
            Grow(step.Left, [.. path, (_columns[step.Column], quarters, false)]);
            Grow(step.Left + 1, [.. path, (_columns[step.Column], quarters, true)]);
        }
    }
}
