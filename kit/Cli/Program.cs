using KataKit.Cli;
using KataKit.Grading;

SdkCompiler.Use();
return await KataCommandLine.RunAsync(args, CliHost.OfProcess());
