using System.Text;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.LightGbm;

/// <summary>A category that is missing, in a file with one column per category: 0 in each of them, as the encoders of Python make it.</summary>
public partial class MissingCategoryTests
{
    // Asks whether the column of Rent is above a half, and sends a NaN where a 1 goes.
    private const string Model = "tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\nmax_feature_idx=1\nobjective=regression\nfeature_names=housing_Rent housing_Own\nfeature_infos=[0:1] [0:1]\n\nTree=0\nnum_leaves=2\nnum_cat=0\nsplit_feature=0\nsplit_gain=1\nthreshold=0.5\ndecision_type=8\nleft_child=-1\nright_child=-2\nleaf_value=1 2\nleaf_weight=1 1\nleaf_count=5 5\ninternal_value=0\ninternal_weight=2\ninternal_count=10\nis_linear=0\nshrinkage=1\n\n\nend of trees\n\nfeature_importances:\nhousing_Rent=1\n\nparameters:\nend of parameters\n\npandas_categorical:null\n";

    [Fact]
    public void IsZeroInEachOfItsColumns()
    {
        LightGbmForest<Tenant> model = LightGbmForest<Tenant>.Load(new MemoryStream(Encoding.UTF8.GetBytes(Model)));
        Tenant[] asked = [new(TenantHousing.Rent), new(TenantHousing.Own), new(null)];
        double[] scores = new double[3];
        model.Score(new Dataset<Tenant>(asked).Encoded, scores);
        using TemporaryFile file = new();
        File.WriteAllText(file.Path, Model);
        Assert.Equal(NativeLightGbm.Predict(file.Path, [[1, 0], [0, 1], [0, 0]], NativeLightGbm.Answer.Raw), scores);
    }
}

public enum TenantHousing
{
    Rent,
    Own,
}

[FeatureRecord]
public sealed partial record Tenant([Categorical] TenantHousing? Housing);
