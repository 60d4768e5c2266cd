using TypedExplain.Batch.Worker;

// What a user of the package writes is the last line; the others make rows, measure without files, and choose by the environment.
if (args is ["make", var count, var path])
    return WideRows.Write(int.Parse(count, System.Globalization.CultureInfo.InvariantCulture), path);
IModel<Wide> model = WideModel.OfEnvironment();
if (args is ["memory", var rows])
    return InMemory.Measure(model, int.Parse(rows, System.Globalization.CultureInfo.InvariantCulture));
return await (WideModel.IsForest ? ExplanationProgram.For(model, WideModel.TreeShap) : ExplanationProgram.For(model, WideModel.Linex)).RunAsync(args);
