# Align, distribute, tidy up, hide and filter, the map of the sheet.

menu-arrange = 排列
command-tidy-up = 自动整理
command-align-left = 左对齐
command-align-centre = 左右居中对齐
command-align-right = 右对齐
command-align-top = 顶端对齐
command-align-middle = 上下居中对齐
command-align-bottom = 底端对齐
command-distribute-horizontally = 横向等距分布
command-distribute-vertically = 纵向等距分布
obstacle-select-two-steps = 请先选择至少两个步骤
obstacle-select-three-steps = 请先选择至少三个步骤
obstacle-two-in-a-lane = 请选择同一泳道中的至少两个步骤：步骤不会离开所在泳道
obstacle-three-in-a-lane = 请选择同一泳道中的至少三个步骤：步骤不会离开所在泳道
tidy-already = 画布已经很整齐
tidy-too-wide = 整理后某个阶段会过宽，无法整理
edit-align-steps =
    { $count ->
        [1] 对齐步骤
       *[other] 对齐 { $count } 个步骤
    }
edit-distribute-steps =
    { $count ->
        [1] 等距分布步骤
       *[other] 等距分布 { $count } 个步骤
    }
edit-tidy-up =
    { $count ->
        [1] 整理步骤
       *[other] 整理 { $count } 个步骤
    }

menu-select = 选择
menu-filter = 筛选
menu-zones = 折叠区域
command-select-same-role = 选择同角色的步骤
command-select-same-lane = 选择同泳道的步骤
command-select-untimed = 选择缺少时间的步骤
command-clear-filter = 显示全部步骤
command-fold-zone = 折叠或展开区域
command-show-map = 大画布的缩略图
obstacle-none-untimed = 没有缺少时间的步骤
obstacle-no-filter = 已显示全部步骤
obstacle-no-lane = 该区域没有泳道
select-by-role = 按角色
select-by-lane = 按泳道
filter-role = 按角色
filter-zone = 按区域
filter-kind = 按类型
filter-kind-action = 步骤
filter-kind-decision = 判断
filter-kind-evidence = 有形展示
filter-kind-note = 备注
filter-untimed = 缺少时间
filter-hide = 隐藏其他步骤
filter-on = 筛选：{ $what }
zone-fold = 折叠{ $zone }
zone-unfold = 展开{ $zone }
map-name = 画布缩略图
